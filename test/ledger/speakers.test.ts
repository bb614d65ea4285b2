import { expect, it } from 'vitest';
import { read } from '../../server/core/index.ts';
import { speakersOf } from '../../server/ledger/speakers.ts';

const heard = (text: string) => speakersOf(read(text, 'markdown')).all.map(({ name, named }) => ({ name, named }));

it('lists whom the writer quotes or reports, and not the writer', () => {
  expect(
    heard('Ada Fenn said that the quay is sinking. In my view, that is true. We say that it must be mended.'),
  ).toEqual([{ name: 'Ada Fenn', named: true }]);
});

it('tells who could be asked from who could not', () => {
  expect(heard('The harbour office said that the quay is safe. Studies show that it is sinking.')).toEqual([
    { name: 'The harbour office', named: true },
    { name: 'Studies', named: false },
  ]);
});

it('has a speaker without a name for what nobody is said to have said', () => {
  expect(heard('It is widely believed that the quay is sinking.')).toEqual([{ name: '', named: false }]);
});
