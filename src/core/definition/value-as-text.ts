/**
 * The value of a field that people read as text, such as a name or a model.
 *
 * @param value The field as read.
 * @returns Text without blanks around it; a list as its items with commas; `null` for nothing, an empty text or a map.
 */
export function fieldText(value: unknown): string | null {
  const text = Array.isArray(value) ? value.filter(isScalar).join(', ') : isScalar(value) ? String(value) : '';
  return text.trim() || null;
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
