/** A figure in digits as one token writes it, and the letters that stick to it. */
export interface Digits {
  readonly amount: number;
  /** "bn" in "3bn", "kg" in "5kg"; empty where nothing sticks to it. */
  readonly letters: string;
}

export const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

const figure = /^(\d[\d,.]*(?<![,.])|\.\d+)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?(\p{L}*)$/u;

/** "1,200", "3.5bn", "2½", "1,5", "1.234.567"; absent where the marks between the digits part no thousands and no decimals. */
export function digitsOf(text: string): Digits | undefined {
  const found = figure.exec(text);
  if (!found) return undefined;
  const [, digits = '', fraction, letters = ''] = found;
  const whole = amountOf(digits);
  if (whole === undefined || !Number.isFinite(whole)) return undefined;
  return { amount: whole + (fraction ? (vulgarFractions.get(fraction) ?? 0) : 0), letters };
}

function amountOf(digits: string): number | undefined {
  // By far the most.
  if (/^\d+$|^\d*\.\d+$/.test(digits)) return Number(digits);
  // By thousands, as in English and in India.
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(digits))
    return Number(digits.replaceAll(',', ''));
  // With a decimal comma, as on the Continent.
  if (/^\d+,\d{1,2}$|^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? Number(digits.replaceAll('.', '')) : undefined;
}

/** True where a character is one of the ten digits. */
export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
