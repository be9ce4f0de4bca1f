// Of the reader's screen, known to the element and to what draws in it.

export const DARK = '(prefers-color-scheme: dark)';
