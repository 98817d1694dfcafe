// Outlives the benchmark by a moment: when the channel to it closes, however it ended, every process group that was
// started and not yet stopped is killed. Over IPC: { erbij: pid } and { eraf: pid }.
const groepen = new Set<number>();

process.on('message', (bericht: { readonly erbij?: number; readonly eraf?: number }) => {
  if (bericht.erbij !== undefined) groepen.add(bericht.erbij);
  if (bericht.eraf !== undefined) groepen.delete(bericht.eraf);
});
process.once('disconnect', () => {
  for (const groep of groepen) {
    try {
      process.kill(-groep, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
  process.exit(0);
});
