import { run } from './program';

const controller = new AbortController();
process.once('SIGINT', () => controller.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});
void run(process.argv.slice(2), process, controller.signal).then((code) => {
  process.exitCode = code;
});
