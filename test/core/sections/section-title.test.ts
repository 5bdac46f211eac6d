import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainTitle } from '../../../src/core/sections/section-title.ts';

describe('plainTitle', () => {
  test.each([
    ['## Tools', 'Tools'],
    ['## Tools ##', 'Tools'],
    ['## C#', 'C#'],
    ['### 1. Tools', 'Tools'],
    ['### 1.2 Tools', 'Tools'],
    ['### 1) Tools', 'Tools'],
    ['### (1) Tools', 'Tools'],
    ['### A. Tools', 'Tools'],
    ['### IV. Tools', 'Tools'],
    ['### 一、工具', '工具'],
    ['### 🚀 1. Tools', 'Tools'],
    ['### 1️⃣ Tools', 'Tools'],
    ['### Tools 🛠️:', 'Tools'],
    ['### 👩‍💻 People 🇫🇷', 'People'],
    ['## Step 1: Analyze', 'Step 1: Analyze'],
    ['## 3 pillars', '3 pillars'],
    ['## 2.5x faster', '2.5x faster'],
    ['## 24/7 support', '24/7 support'],
    ['## 2024: a plan', '2024: a plan'],
    ['## Windows™ ↔ Linux', 'Windows™ ↔ Linux'],
    ['## **Bold** heading', 'Bold heading'],
    ['## *Soft* `code` ~~old~~', 'Soft code old'],
    ['## snake_case stays', 'snake_case stays'],
    ['## See [the guide](https://example.org)', 'See the guide'],
    ['## Tools <!-- anchor -->', 'Tools'],
    ['## Option<T> for <name>', 'Option<T> for <name>'],
    ['## A<br>B', 'A B'],
    ['**Core Areas:**', 'Core Areas'],
    ['**Core Areas**：', 'Core Areas'],
    ['You will:\r\n', 'You will'],
    ['1. **API Design**: When building', 'API Design'],
    ['- **Never** commit', 'Never'],
    ['  - ✅ **1. Do:** this', 'Do'],
    ['<role>', 'role'],
    ['<step name="load">', 'step'],
    ['**Команда**:', 'Команда'],
  ])('%j is called %j', (marker, title) => {
    expect(plainTitle(marker)).toBe(title);
  });

  test.each([
    ['## 🚀', '🚀'],
    ['## 1.', '1.'],
    ['## ---', '---'],
    ['## ##', '## ##'],
    ['**:**', '**:**'],
  ])('%j, of which nothing would be left, is called %j', (marker, title) => {
    expect(plainTitle(marker)).toBe(title);
  });

  test('law: a marker that shows something has a title, on one line, without white space around', () => {
    const part = fc.constantFrom(
      '#',
      ' ',
      '**',
      '1.',
      '🚀',
      ':',
      'a',
      '[',
      ']',
      '(',
      '<',
      '>',
      '-',
      '`',
      '\\',
      '\uD800',
      '：',
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (marker) => {
          const title = plainTitle(marker);
          expect(title === '').toBe(marker.trim() === '');
          expect(title).toBe(title.trim());
        },
      ),
    );
  });
});
