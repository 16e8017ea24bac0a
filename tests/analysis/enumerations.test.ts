import { describe, expect, it } from 'vitest';
import { referencesIn, shownNames } from './shown.js';

function names(code: string): string[] {
  return [...new Set(shownNames(referencesIn(`// kafka\n${code}`, 'a.ts')))];
}

describe('what is called topics lists topics, wherever they are used', () => {
  it.each([
    ['an enumeration', "export enum OrderTopic { Created = 'kol-created', Paid = 'kol-paid' }"],
    ['a constant that is called after one', "export const TOPIC = { CREATED: 'kol-created', PAID: 'kol-paid' } as const;"],
    ['an object of objects', "export const TOPICS = { ORDERS: { CREATED: 'kol-created' }, PAID: 'kol-paid' };"],
    ['a class', "export class OrderTopics {\n  static readonly CREATED = 'kol-created';\n  static readonly PAID = 'kol-paid';\n}"],
    ['lists by name', "const settings = { topics: { orders: ['kol-created', 'kol-paid'] } };"],
  ])('%s', (_, code) => {
    expect(names(code)).toEqual(['topic kol-created', 'topic kol-paid']);
  });

  it('but of what describes one only what its key says', () => {
    expect(names("export const TOPICS = { paid: { topic: 'kol-paid', table: 'daily', dataset: 'gold' } };")).toEqual(['topic kol-paid']);
  });

  it.each([
    ['a class of one topic', "class Topic {\n  title = 'orders';\n}"],
    ['a variable of one', "const topic = { subject: 'orders', words: 'paid' };"],
  ])('but not %s', (_, code) => {
    expect(names(code)).toEqual([]);
  });
});
