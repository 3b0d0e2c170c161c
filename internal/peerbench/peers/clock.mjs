// clock runs a function for a second after warming up, and returns the nanoseconds of its best tenth.
export async function clock(run) {
  const times = [];
  for (const end = performance.now() + 2000; performance.now() < end || times.length < 3;) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length / 10)] * 1e6);
}
