import { expect, test } from 'vitest';
import { speaksAsPrompt } from '../../../src/core/reading/speaks-as-prompt.ts';

test.each([
  'You are a flier of kites.',
  'You fly kites.',
  '# Kites\n\nYour role is to fly kites.',
  '## Role\n\nAct as a flier of kites.',
  '> Note: since 2026.\n\nYou fly.',
  '**Note: The wind is strong.** Mind it.\n\nYou fly.',
  '<!-- made by hand -->\n<role>\nYou fly.\n</role>',
  '- **You are** a flier',
  'As an old hand at kites, you know the wind.',
  'Role: flier of kites',
  '**Роль:** запускает змеев',
  '**Version:** 3.0\n**Date**: today\n\nYou fly.',
  '# Kite Agent\n\nFlies kites.',
  '# Agent: Kites\n\nFlies kites.',
  '# 风筝智能体\n\n放风筝。',
  '# Kiter (K-04)\n\n## Identity\n\nThe kiter flies kites.',
  '# 放风筝\n\n## 1. 角色\n\n放风筝的人。',
  'This agent flies kites.',
  '# Ревью-агент\n\nСмотрит.',
  '你是一名风筝手。',
  'あなたは凧の名人です。',
  '당신은 연 전문가입니다.',
  'Du bist Drachenflieger.',
  'Tu es expert en cerfs-volants.',
  'Eres experto en cometas.',
  'Você é especialista em pipas.',
  'Ты запускаешь змеев.',
])('%j speaks as a prompt', (body) => {
  expect(speaksAsPrompt(body)).toBe(true);
});

test.each([
  '',
  '# Kites\n\nKites are flown in wind.',
  '# How agents fly\n\nAll of them.',
  '# agent-kites — overview\n\nAll of them.',
  '## Agent\n\nFlies.',
  '# Kites: a multi-agent\n\nOf many.',
  '# 多智能体\n\n很多。',
  '# Kites\n\n## Roles\n\nThere are two.',
  '# Role-based access\n\nWho may fly.',
  'You can fly kites with this.',
  "You'll need a kite.",
  'You need wind.',
  'Young people fly kites.',
  'Kites. You fly them.',
  'Tunnel und Drachen.',
])('%j does not', (body) => {
  expect(speaksAsPrompt(body)).toBe(false);
});

test('a title is not enough where it is not to be', () => {
  expect(speaksAsPrompt('# Kite Agent\n\nFlies kites.', false)).toBe(false);
  expect(speaksAsPrompt('# Kite Agent\n\nYou fly kites.', false)).toBe(true);
  expect(speaksAsPrompt('# Kite Agent\n\nThis agent flies.', false)).toBe(false);
  expect(speaksAsPrompt('**Role**: flies kites.', false)).toBe(false);
  expect(speaksAsPrompt('# Kite\n\n## Role\n\nIt flies.', false)).toBe(false);
  expect(speaksAsPrompt('# Kite Agent\n\nFlies kites.', 'kite.md')).toBe(true);
  expect(speaksAsPrompt('# Kite Agent\n\nFlies kites.', 'design.md')).toBe(false);
});
