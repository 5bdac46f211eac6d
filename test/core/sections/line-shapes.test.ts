import { expect, test } from 'vitest';
import {
  announces,
  boldRunEnd,
  bulletOf,
  headingLevel,
  isBoldLine,
  isParagraphLine,
  isShortPlainLine,
  isThematicBreak,
} from '../../../src/core/sections/line-shapes.ts';

test.each([
  ['# A', 1],
  ['###### A', 6],
  ['####### A', 0],
  ['#\tA', 1],
  ['#tag', 0],
  ['##', 0],
  ['A', 0],
])('%j is a heading of level %i', (text, level) => {
  expect(headingLevel(text)).toBe(level);
});

test.each([
  ['- a', 2],
  ['*   a', 4],
  ['+ a', 2],
  ['12. a', 4],
  ['3) a', 3],
  ['• a', 2],
  ['-', 1],
  ['-a', null],
  ['**a**', null],
  ['1.5 a', null],
  ['- - -', null],
])('%j has a bullet of width %j', (text, width) => {
  expect(bulletOf(text)?.width ?? null).toBe(width);
});

test.each([
  ['---', true],
  ['* * *', true],
  ['___', true],
  ['--', false],
  ['-*-', false],
  ['--- a', false],
])('%j is a rule: %s', (text, expected) => {
  expect(isThematicBreak(text)).toBe(expected);
});

test.each([
  ['**A**: b', '**A**'],
  ['**A:** b', '**A:**'],
  ['🚀 **A** b', '🚀 **A**'],
  ['🛠️ **A** b', '🛠️ **A**'],
  ['1️⃣ **A** b', '1️⃣ **A**'],
  ['***A*** b', '***A***'],
  ['__A__: b', '__A__'],
  ['a **B**', ''],
  ['**A', ''],
  ['****', ''],
  ['2 ** 3 ** 4', ''],
  ['__init__.py', ''],
  ['[ ] **A**', ''],
])('%j begins with the bold run %j', (text, run) => {
  expect(text.slice(0, boldRunEnd(text))).toBe(run);
});

test.each([
  ['**Core Areas**', true],
  ['**Core Areas:**', true],
  ['**Core Areas**:', true],
  ['**核心领域**：', true],
  ['**核心领域：**', true],
  ['🚀 **Launch** 🎉', true],
  ['⚠️ **Launch** ⚠️', true],
  ['**🚀 Launch**', true],
  ['1.1 **Launch**', true],
  ['**Note**: read this', false],
  ['**A** and **B**', false],
  ['**Done**.', false],
  ['**🚀**', false],
  ['Plain', false],
])('%j is a bold line: %s', (text, expected) => {
  expect(isBoldLine(text)).toBe(expected);
});

test.each([
  ['You will:', true],
  ['你将：', true],
  ['*You will:*', true],
  ['You will', false],
  ['- You will:', false],
  ['> You will:', false],
  ['| You will:', false],
  ['<role attr=":', false],
  [':', false],
])('%j announces something: %s', (text, expected) => {
  expect(announces(text)).toBe(expected);
});

test.each([
  ['Focus areas', true],
  ['效率优化', true],
  ['One two three four five six seven', true],
  ['One two three four five six seven eight', false],
  ['A'.repeat(61), false],
  ['Read this.', false],
  ['读这里。', false],
  ['- item', false],
  ['***', false],
])('%j is a short plain line: %s', (text, expected) => {
  expect(isShortPlainLine(text)).toBe(expected);
});

test.each([
  ['Text', true],
  ['#tag', true],
  ['# A', false],
  ['1. a', false],
  ['---', false],
])('%j is a line of running text: %s', (text, expected) => {
  expect(isParagraphLine(text)).toBe(expected);
});
