/** A frame in YAML that scores every kind of target in the most common way. */
export const ordinaryFrame = `frame:
  targets:
    atLeast: { method: { proportional: {} } }
    atMost: { method: { inverse: { by: ratio, zeroActual: full } } }
    plain: { as: atLeast }
    equal: { method: { equality: {} } }
    date: { as: words }
    words: { method: { tiers: [{ name: 好, from: 0%, upTo: 100% }] } }
`;
