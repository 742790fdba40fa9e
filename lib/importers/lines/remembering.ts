const most = 1000;

/** The same function, for a file that says the same few things again and again: what it said of them is kept. */
export function remembering<Key, Value>(means: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as Value;
    const value = means(key);
    if (known.size < most) known.set(key, value);
    return value;
  };
}
