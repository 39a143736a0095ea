/**
 * Sentences of the interface with values in their places: numbers in the reader's digits, names
 * isolated from the direction of the words around them.
 * In: a text with {name} places, as the templates give it. Out: the text.
 */

const root = () => globalThis.document?.documentElement;
/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** The reader's way with numbers, as a language tag; English where there is no page. */
export const numbersTag = () => `${root()?.dataset.locale ?? "en-GB"}-u-nu-${root()?.dataset.digits ?? "latn"}`;

const [LEFT_TO_RIGHT, RIGHT_TO_LEFT, BY_FIRST_LETTER, END] = ["\u2066", "\u2067", "\u2068", "\u2069"];

/**
 * Words in a text without markup. Words that the page composed of names run as the page does: letters
 * within isolates do not tell the direction of what stands around them.
 * @param {string} text
 */
export function isolate(text) {
  const composed = text.includes(BY_FIRST_LETTER);
  const own = root()?.dir === "rtl" ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  return `${composed ? own : BY_FIRST_LETTER}${text}${END}`;
}

/** @param {number} number @returns {string} with its thousands parted */
export function figure(number) {
  const tag = numbersTag();
  // Nothing to part, and most numbers are small: a format takes milliseconds to make.
  if (Number.isInteger(number) && number >= 0 && number < 1_000 && tag.endsWith("-latn")) return String(number);
  if (!formats.has(tag)) formats.set(tag, new Intl.NumberFormat(tag));
  return formats.get(tag).format(number);
}

/**
 * @param {string} text @param {Record<string, string | number>} values
 * @returns {string} places without a value stay
 */
export function worded(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? figure(value) : isolate(value);
  });
}
