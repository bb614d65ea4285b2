import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';

/** Every date and time of a text: its words and what they say. */
const datesIn = (text: string): string[] =>
  read(`${text}, as everybody in the hall knew at once.`, 'plaintext').blocks.flatMap(({ block }) =>
    block.values.flatMap(value => {
      if (value.kind === 'date') {
        const { start, end, year, month, day, upToDay, upToYear, ambiguous } = value;
        const said = [year, month, day].map(part => part ?? '_').join('-');
        return [
          `${text.slice(start, end)}: ${said}${upToDay ? `..${upToDay}` : ''}${upToYear ? ` to ${upToYear}` : ''}${ambiguous ? ' ambiguous' : ''}`,
        ];
      }
      if (value.kind !== 'time') return [];
      const { start, end, unit, offset, named } = value;
      return [
        `${text.slice(start, end)}: ${unit}${offset === undefined ? '' : ` ${offset}`}${named ? ` ${named}` : ''}`,
      ];
    }),
  );

test.each<[string, ...string[]]>([
  // Days
  ['It fell on 12 May 2025', '12 May 2025: 2025-5-12'],
  ['It has been so since ’09', '09: _-_-_'],
  ['Then Roe et al. 2021 found it', '2021: 2021-_-_'],
  ['The Rent Act 2006 banned smoking', '2006: 2006-_-_'],
  ['It took 2006 banned books'],
  ['The Rent Act 1988 was repealed', '1988: 1988-_-_'],
  ['It began with the 1965 Watts riots', '1965: 1965-_-_'],
  ['The 2019 voters of Halden left'],
  ['Crowds fought a rejected 2024 Finance Bill', '2024: 2024-_-_'],
  ['They sent 1500 New Zealand troops'],
  ['They sent 1500 Royal Marines'],
  ['As bad as 2015 was', '2015: 2015-_-_'],
  ['They entered 2019 hopeful', '2019: 2019-_-_'],
  ['They paid for 1500 boats'],
  ['It grew in the years after the 1991 reforms', '1991: 1991-_-_'],
  ['It fell on the 12th of May 2025', '12th of May 2025: 2025-5-12'],
  ['It fell on July 20, 2009', 'July 20, 2009: 2009-7-20'],
  ['It fell on Jan. 5', 'Jan. 5: _-1-5'],
  ['It fell on 3 March', '3 March: _-3-3'],
  ['It fell on Thursday', 'Thursday: _-_-_'],
  ['It fell on Thursday, 12 May 2025', 'Thursday, 12 May 2025: 2025-5-12'],
  ['It ran 12–15 May 2025', '12–15 May 2025: 2025-5-12..15'],
  ['It fell on 2025-05-12', '2025-05-12: 2025-5-12'],
  ['It fell on 12/05/2025', '12/05/2025: 2025-_-_ ambiguous'],
  ['It fell on 13/05/2025', '13/05/2025: 2025-5-13'],
  ['It fell on 05/13/2025', '05/13/2025: 2025-5-13'],
  ['It fell on 5/5/2025', '5/5/2025: 2025-5-5'],
  ['It fell on 12.05.2025', '12.05.2025: 2025-5-12'],
  ['It ran from 3 to 5 May', '3 to 5 May: _-5-3..5'],
  ['It ran between 3 and 5 May 2025', '3 and 5 May 2025: 2025-5-3..5'],
  ['It ran on May 3–5, 2025', 'May 3–5, 2025: 2025-5-3..5'],
  // Eras
  ['It was built around 300 BC', '300 BC: -300-_-_'],
  ['It was built in 300–200 BC', '300–200 BC: -300-_-_ to -200'],
  ['It fell in AD 70', 'AD 70: 70-_-_'],
  ['It fell in 70 CE', '70 CE: 70-_-_'],
  ['It stood in the fifth century BC', 'fifth century BC: -500-_-_ to -401'],
  ['It stood in the nineteenth century', 'nineteenth century: 1801-_-_ to 1900'],
  ['It stands in the twenty-first century', 'twenty-first century: 2001-_-_ to 2100'],
  // Periods
  ['It fell in the mid-1990s', 'mid-1990s: 1990-_-_ to 1999'],
  ['It fell in the late-19th century', 'late-19th century: 1801-_-_ to 1900'],
  // Months and years
  ['It fell in May 2025', 'May 2025: 2025-5-_'],
  ['It fell in September', 'September: _-9-_'],
  ['In the year to May it fell', 'May: _-5-_'],
  ['It fell from March to May', 'March: _-3-_', 'May: _-5-_'],
  ['It fell in April, May and June', 'April: _-4-_', 'May: _-5-_', 'June: _-6-_'],
  ['It fell in the early 2000s', '2000s: 2000-_-_ to 2009'],
  ['The budget of 2019/20', '2019/20: 2019-_-_ to 2020'],
  ['It fell in 1999', '1999: 1999-_-_'],
  ['It has been so since 1991', '1991: 1991-_-_'],
  ['The mill (1850) is gone', '1850: 1850-_-_'],
  ['It ran from 2008–2012', '2008–2012: 2008-_-_ to 2012'],
  ['The war of 1914-18', '1914-18: 1914-_-_ to 1918'],
  // Periods
  ['It fell in the 1980s', '1980s: 1980-_-_ to 1989'],
  ['It fell in the ’90s', '’90s: _-_-_'],
  ['It was built in the 19th century', '19th century: 1801-_-_ to 1900'],
  ['It was built in the 1900s', '1900s: 1900-_-_ to 1999'],
  // Told from the day of writing
  ['It fell two years ago', 'two years ago: year -2'],
  ['It fell a decade ago', 'a decade ago: decade -1'],
  ['It fell a century ago', 'a century ago: century -1'],
  ['It fell 20 minutes ago', '20 minutes ago: minute -20'],
  ['It fell last Tuesday', 'last Tuesday: week -1 tuesday'],
  ['It fell last May', 'last May: year -1 may'],
  ['It falls next month', 'next month: month 1'],
  ['It fell this year', 'this year: year 0'],
  ['It fell last spring', 'last spring: year -1 spring'],
  ['It fell last night', 'last night: day -1 night'],
  ['It rose over the past three years', 'past three years: year -3'],
  ['It fell yesterday', 'yesterday: day -1'],
  ['It ends in five years’ time', 'in five years’ time: year 5'],
  ['It ends ten years from now', 'ten years from now: year 10'],
  ['It fell a fortnight ago', 'a fortnight ago: week -2'],
  ['It fell two centuries ago', 'two centuries ago: century -2'],
  ['It fell this morning', 'this morning: day 0'],
  ['It fell yesterday evening', 'yesterday evening: day -1'],
  ['It fell the year before last', 'the year before last: year -2'],
  ['It falls the day after tomorrow', 'the day after tomorrow: day 2'],
  // Told from another day of the text
  ['It had burned two weeks earlier', 'two weeks earlier: week'],
  ['It fell three days later', 'three days later: day'],
  ['It had burned the week before', 'the week before: week'],
  ['It fell the following year', 'the following year: year'],
  // Times of day
  ['It fell at 7.30pm', '7.30pm: hour'],
  ['It fell at 5:30pm', '5:30pm: hour'],
  ['At 17.30 it fell', '17.30: hour'],
  ['They met at 17.30', '17.30: hour'],
  ['They missed the 17.35 train', '17.35: hour'],
  ['It runs from 8.30 to 17.00', '8.30: hour', '17.00: hour'],
  ['It fell at 5 p.m.', '5 p.m.: hour'],
  ['It fell at 5pm', '5pm: hour'],
  ['It fell at 17:30', '17:30: hour'],
  ['It fell at 5.30 p.m.', '5.30 p.m.: hour'],
  ['It fell at five o’clock', 'five o’clock: hour'],
  ['It fell at noon', 'noon: hour'],
  // None
  ['The pound stood at 1.25'],
  ['It grew at 3.50 per cent'],
  ['It sells at 17.30 dollars'],
  ['It fell to 12.45 and then to 11.30'],
  ['They gave it to May'],
  ['It may fall'],
  ['They march on'],
  ['It cost $1999'],
  ['The last man left'],
  ['It took two years'],
  ['They sold 2012 homes'],
  ['It is 32/13/2025 in no calendar'],
  ['In the past it fell'],
  ['A year in the life of a mill'],
])('%s', (text, ...expected) => {
  expect(datesIn(text)).toEqual(expected);
});
