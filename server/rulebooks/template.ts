/** What a draft begins with where nothing is copied: it passes `check`, and its case passes `test`. */

export const rulebookTemplate = (id: string, edition: string, schema: string): string =>
  `# yaml-language-server: $schema=${schema}
#
# 评分规则草案。把带〔〕的文字换成文件里的原文；每改一处，运行 check 与 test 看看。
# 键用英文，内容用中文；分值、得分、界限都照文件写。

rulebook: ${id}
edition: "${edition}"
title: 〔${id}〕${edition}年度绩效自评计分规则
status: draft # draft 草案；定稿后改为 published
subjects: [project] # 谁来填：project 项目、department 部门整体
total: 100
# 每个指标算出后保留两位小数，四舍五入，再相加。
rounding: { decimals: 2, mode: half-up, at: indicator }

# 依据的文件。每个指标的 source 写这里的键。
sources:
  notice:
    title: 〔印发的文件标题〕
    issuer: 〔印发机关〕

# 等次由高到低；文件没有印等次的，删去这一段。
grades:
  - { name: 优, from: 90 }
  - { name: 良, from: 80 }
  - { name: 中, from: 60 }
  - { name: 差, from: 0 }

# 单位填报的数据。
inputs:
  budget: { name: 预算数, type: amount, unit: 万元, min: 0, source: notice }
  executed: { name: 执行数, type: amount, unit: 万元, min: 0, source: notice }
  rulesSet: { name: 制度已制定, type: yesNo, source: notice }
  rulesFollowed: { name: 制度有效执行, type: yesNo, source: notice }

# 有名字的算式，可在指标与校验中使用。
metrics:
  executionRate: { name: 预算执行率, expression: executed / budget }

# 单位自设的指标：先看目标值怎样写，再定怎样计分。
frame:
  targets:
    atLeast: # 目标写作 ≥、不低于、以上
      name: 正向指标
      method: { proportional: {} }
      text: 〔正向指标怎样计分的原文〕
      source: notice
      reading: 得分为分值×完成值÷目标值，不超过分值。
    atMost: # 目标写作 ≤、不超过、以内
      name: 反向指标
      method: { inverse: { by: ratio, zeroActual: full } }
      text: 〔反向指标怎样计分的原文〕
      source: notice
      reading: 不超过目标值得满分，超过的按目标值÷完成值；完成值为0按满分。
    plain: { as: atLeast, name: 只写数的指标, source: notice, reading: 同正向指标。 }
    equal: { as: atLeast, name: 等于某数的指标, source: notice, reading: 同正向指标。 }
    range: # 目标写有两端：10%-15%、100~120人、±10%
      name: 区间指标
      method: { equality: {} }
      text: 〔区间指标怎样计分的原文〕
      source: notice
      reading: 在区间内得满分，在区间外不得分。
    words: # 目标是文字
      name: 定性指标
      method:
        tiers:
          - { name: 达成预期指标, from: 80%, upTo: 100% }
          - { name: 部分达成预期指标, from: 60%, below: 80% }
          - { name: 未达成预期指标, from: 0%, below: 60% }
      text: 〔定性指标怎样分档的原文〕
      source: notice
      reading: 恰在界上归上一档；没有另行评分的，采信自评得分。
    date: { as: words, name: 写日期的指标, source: notice, reading: 同定性指标。 }

# 指标一层套一层；同级的分值相加须等于上级，一级指标相加须等于总分。
indicators:
  # 用一个算式计分
  - id: execution
    name: 预算执行
    weight: 20
    role: execution
    metric: executionRate
    method: { proportional: {} } # 分值 × 执行率，封顶为分值
    text: 〔预算执行怎样计分的原文〕
    source: notice
    reading: 执行率超过100%的按100%计。

  # 逐条给分
  - id: management
    name: 管理制度
    weight: 20
    text: 〔管理制度怎样计分的原文〕
    source: notice
    method:
      checklist:
        criteria:
          - { name: 制度已制定, input: rulesSet, points: 10 }
          - { name: 制度有效执行, input: rulesFollowed, points: 10 }

  # 由单位自设三级指标
  - id: performance
    name: 绩效指标
    weight: 60
    text: 〔绩效指标的分值怎样定的原文〕
    source: notice
    indicators:
      - { id: quantity, name: 数量指标, declared: {} }
      - { id: quality, name: 质量指标, declared: {} }
      - { id: benefit, name: 效益指标, declared: {} }
      - { id: satisfaction, name: 满意度指标, role: satisfaction, optional: true, declared: {} }

# 跨填报项的校验：条件成立就给出疑点。
checks:
  - id: reason-for-low-execution
    when:
      all:
        - { fact: executionRate, operator: lessThan, value: 90% }
        - { fact: reason.execution, operator: isBlank }
    finding:
      code: reason-missing
      severity: error
      at: execution
      message:
        zh: 预算执行率{executionRate:1}，低于90%，须说明原因
        en: "{executionRate:1} of the budget was executed, less than 90%; say why"
    source: notice
`;

export const caseTemplate = (id: string, edition: string, schema: string): string =>
  `# yaml-language-server: $schema=${schema}
#
# 用例：一张填好的表，和按规则应得的结果。运行 test 时逐项对照。
case: 执行率81%且没有说明原因；其余指标按规则计分
document: 拟制
submission:
  rulebook: ${id}
  edition: "${edition}"
  subject: project
  id: example
  name: 拟制项目
  year: "${edition.slice(0, 4)}"
  inputs: { budget: 100, executed: 81, rulesSet: true, rulesFollowed: false }
  declared:
    - { id: trainings, under: quantity, name: 培训场次, target: ≥10场, actual: 8场, weight: 20, claimed: 16, reason: 两场改期。 }
    - { id: errors, under: quality, name: 差错率, target: ≤2%, actual: 1%, weight: 20, claimed: 20 }
    - { id: service, under: benefit, name: 服务水平, target: 有所提高, actual: 有所提高, weight: 20, claimed: 18, reason: 尚有改进余地。 }
  claimed:
    total: 80.2
    points: { execution: 16.2, management: 10 }
expect:
  total: 80.2
  outOf: 100
  grade: 良
  points: { execution: 16.2, management: 10, trainings: 16, errors: 20, service: 18 }
  findings:
    - { code: reason-missing, severity: error, at: execution, says: 81.0% }
`;
