/**
 * Days as integers: 0 is 1 January 1970, in the Gregorian calendar carried back and forth without end.
 * In: xsd:date text (year 0, BCE and years of five digits too). Out: day numbers, and words for them.
 * Dates of the language itself end at 271821 BCE and 275760 CE, so they serve for names only.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
 */

const DAYS_IN_ERA = 146_097;
const ERA_SHIFT = 719_468;
const FORM = /^(-?\d{4,})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;

const floorDiv = (a, b) => Math.floor(a / b);

/**
 * @param {number} year astronomical: 0 is 1 BCE
 * @param {number} month 1 to 12
 * @param {number} day 1 to 31
 * @returns {number} the day's number
 */
export function dayNumber(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDiv(y, 400);
  const ofEra = y - era * 400;
  const ofYear = floorDiv(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1;
  const dayOfEra = ofEra * 365 + floorDiv(ofEra, 4) - floorDiv(ofEra, 100) + ofYear;
  return era * DAYS_IN_ERA + dayOfEra - ERA_SHIFT;
}

/**
 * @param {number} number
 * @returns {{year: number, month: number, day: number}}
 */
export function civil(number) {
  const shifted = number + ERA_SHIFT;
  const era = floorDiv(shifted, DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = floorDiv(
    dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36_524) - floorDiv(dayOfEra, 146_096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shiftedMonth = floorDiv(5 * dayOfYear + 2, 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floorDiv(153 * shiftedMonth + 2, 5) + 1,
  };
}

/**
 * The number of the day that `text` names, or null when it names none.
 * @param {string | null | undefined} text xsd:date
 * @returns {number | null}
 */
export function parseDay(text) {
  const parts = FORM.exec(text ?? "");
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const number = dayNumber(year, month, day);
  const back = civil(number);
  return back.month === month && back.day === day ? number : null;
}

/**
 * The day as xsd:date.
 * @param {number} number
 * @returns {string}
 */
export function formatDay(number) {
  const { year, month, day } = civil(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (n) => String(n).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}`;
}

/** The first day of the month that is `months` after the month of `number`. */
export function monthStart(number, months = 0) {
  const { year, month } = civil(number);
  const index = year * 12 + (month - 1) + months;
  return dayNumber(floorDiv(index, 12), index - floorDiv(index, 12) * 12 + 1, 1);
}

/** 0 = Monday ... 6 = Sunday. */
export function weekday(number) {
  return (((number + 3) % 7) + 7) % 7;
}

const LAST_NAMED_DAY = 100_000_000;

/**
 * Words for days in one language, always of the Gregorian calendar.
 * @param {string} locale such as "en-GB" or "ar" @param {string} [digits] "latn" or "arab"
 */
export function dayWords(locale, digits = "latn") {
  const tag = `${locale}-u-ca-gregory-nu-${digits}`;
  const formats = new Map();
  const format = (name, options) => {
    if (!formats.has(name)) {
      formats.set(name, new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));
    }
    return formats.get(name);
  };
  const say = (name, options) => (number) => {
    if (Math.abs(number) > LAST_NAMED_DAY) return formatDay(number).replace(/-\d\d-\d\d$/, "");
    const era = "year" in options && civil(number).year <= 0 ? { era: "short" } : {};
    return format(name + ("era" in era), { ...options, ...era }).format(number * 86_400_000);
  };
  const weekdayName = say("w", { weekday: "short" });
  return {
    year: say("y", { year: "numeric" }),
    month: say("m", { month: "short" }),
    monthYear: say("my", { month: "long", year: "numeric" }),
    full: say("f", { day: "numeric", month: "long", year: "numeric" }),
    dayOfMonth: say("d", { day: "numeric" }),
    weekdayDay: (number) => `${weekdayName(number)} ${say("d", { day: "numeric" })(number)}`,
  };
}
