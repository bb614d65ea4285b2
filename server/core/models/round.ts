/** A probability to three decimals: as much as it is worth, and the same text on every machine. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;
