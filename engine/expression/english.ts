/** The words of the language itself inside a formula, in English; what inputs and lines are called stays as the rulebook has it. */
const own: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\s*个?百分点/g, ' pp'],
  [/进一取整(?=\()/g, 'ceiling'],
  [/取整(?=\()/g, 'floor'],
  ...(
    [
      ['分值', 'weight'],
      ['目标值', 'target'],
      ['完成值', 'actual'],
      ['区间下限', 'least'],
      ['区间上限', 'most'],
      ['超出区间的差距', 'distance outside'],
      ['与较近一端的接近程度', 'nearness'],
      ['评价人所给比例', 'share given'],
      ['定性指标', 'qualitative'],
      ['自评得分', 'claimed score'],
      ['总分', 'total'],
      ['各表得分的平均', 'mean of the forms'],
    ] as const
  ).map(
    ([name, en]) =>
      [new RegExp(`(?<![\\p{Script=Han}\\w“”])${name}(?![\\p{Script=Han}\\w“”])`, 'gu'), en] as const,
  ),
];

/** As `weight × actual ÷ target`, of `分值 × 完成值 ÷ 目标值`. */
export const inEnglish = (formula: string): string =>
  own.reduce((text, [name, en]) => text.replace(name, en), formula);
