/** The engine's version, written into every evaluation. */
export const engineVersion = '0.1.0';
