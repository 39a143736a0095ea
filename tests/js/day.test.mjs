import assert from "node:assert/strict";
import test from "node:test";
import { civil, dayNumber, dayWords, formatDay, monthStart, parseDay, weekday } from "../../web/static/js/day.js";

test("the first of January 1970 is day 0", () => {
  assert.equal(parseDay("1970-01-01"), 0);
  assert.equal(formatDay(0), "1970-01-01");
});

test("every day of four centuries comes back, and agrees with the language's own dates", () => {
  for (let day = dayNumber(1800, 1, 1); day < dayNumber(2200, 1, 1); day += 13) {
    assert.equal(formatDay(day), new Date(day * 86_400_000).toISOString().slice(0, 10));
    assert.equal(parseDay(formatDay(day)), day);
  }
});

test("years before the common era and beyond four digits are days too", () => {
  assert.deepEqual(civil(parseDay("-0044-03-15")), { year: -44, month: 3, day: 15 });
  assert.equal(formatDay(parseDay("0000-02-29")), "0000-02-29");
  assert.equal(formatDay(parseDay("123456-12-31")), "123456-12-31");
  assert.equal(parseDay("0001-01-01") - parseDay("0000-12-31"), 1);
});

test("a day that no calendar has is no day", () => {
  for (const text of ["2025-02-31", "2025-13-01", "2025-4-1", "yesterday", "", null, undefined]) {
    assert.equal(parseDay(text), null);
  }
});

test("a time zone behind a date is left aside", () => {
  assert.equal(parseDay("2025-04-09Z"), parseDay("2025-04-09"));
  assert.equal(parseDay("2025-04-09+03:00"), parseDay("2025-04-09"));
});

test("9 April 2025 was a Wednesday", () => {
  assert.equal(weekday(parseDay("2025-04-09")), 2);
  assert.equal(weekday(parseDay("-0001-01-01")) >= 0, true);
});

test("months step over the year's end", () => {
  assert.equal(formatDay(monthStart(parseDay("2025-11-20"), 3)), "2026-02-01");
  assert.equal(formatDay(monthStart(parseDay("2025-01-20"), -1)), "2024-12-01");
});

test("words are Gregorian with Latin digits in every language", () => {
  const day = parseDay("2025-04-09");
  assert.equal(dayWords("en-GB").weekdayDay(day), "Wed 9");
  assert.equal(dayWords("ar-SY").monthYear(day), "نيسان 2025");
  assert.match(dayWords("ar-SA").weekdayDay(day), / 9$/);
});

test("a year before the common era says so, and a very far one is a number", () => {
  assert.match(dayWords("en-GB").year(parseDay("-0043-03-15")), /44 BC/);
  assert.equal(dayWords("en-GB").year(parseDay("999999-01-01")), "999999");
});
