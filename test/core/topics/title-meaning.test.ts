import { describe, expect, test } from 'vitest';
import { PURPOSES, WHOLE_TITLES } from '../../../src/core/topics/purpose-words.ts';
import { titleTerms } from '../../../src/core/topics/title-meaning.ts';

const shape = (title: string) => titleTerms(title).map(({ term, kind }) => (kind === 'weak' ? `(${term})` : term));

describe('what a title says', () => {
  test.each([
    ['Core Competencies', ['@expertise']],
    ['Your expertise includes', ['@expertise']],
    ['Review Workflow', ['review', '@process']],
    ['Code Review Methodology', ['code', 'review', '@process']],
    ['For each issue, provide', ['issu', '@output']],
    ['When reviewing code, you will', ['@occasion', 'review', 'code']],
    ['Your responses should be', ['@communication']],
    ['API Design', ['api', '(design)']],
    ['Output_Format', ['@output']],
    ['Ваш рабочий процесс', ['@process']],
    ['Улучшения оплаты', ['(улучш)', 'оплат']],
    ['Проектные данные', ['проек', 'данны']],
    ['性能改进', ['性能', '(改进)']],
    ['Use this agent when', ['@trigger']],
    ['Return', ['@output']],
    ['Return policy', ['return', 'polici']],
    ['Security & Security', ['secur']],
    ['', []],
  ])('%s', (title, terms) => {
    expect(shape(title)).toEqual(terms);
  });

  test('words that only fill a title count where there are no others', () => {
    expect(shape('Do')).not.toEqual(shape("Don't"));
    expect(shape('Overview')).toEqual(['overview']);
  });

  test('of a paragraph only the beginning counts', () => {
    expect(titleTerms(`${'alpha '.repeat(30)}omega`)).toHaveLength(1);
  });
});

test('no words stand for two purposes', () => {
  const words = [...PURPOSES, ...WHOLE_TITLES].flatMap(([, titles]) => titles);
  expect(new Set(words).size).toBe(words.length);
});
