const most = 1000;

/**
 * The same function, for a file that says the same few things again and again: what it said of them is kept. Where
 * things hardly ever come again, looking for them is given up.
 */
export function remembering<Key, Value>(means: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  let found = 0;
  let isInVain = false;
  return (key) => {
    if (isInVain) return means(key);
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) {
      found += 1;
      return kept as Value;
    }
    const value = means(key);
    if (known.size < most) known.set(key, value);
    else isInVain = found < most;
    return value;
  };
}
