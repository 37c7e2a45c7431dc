// Loaded before a program and every process that it starts: whatever reaches for the network is written down and refused. With
// GALLEY_TEST_LOOPBACK=1, this machine itself may be reached.
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const loopback = process.env.GALLEY_TEST_LOOPBACK === '1';
const isHere = (host) => loopback && (host === undefined || /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host));

const refuse = (what, where) => {
  fs.appendFileSync(process.env.GALLEY_TEST_NETWORK_LOG, `${what} ${where}\n`);
  throw new Error(`no network in this test: ${what} ${where}`);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options =
    typeof first === 'object' && first !== null
      ? first
      : typeof first === 'string'
        ? { path: first }
        : { port: first, host: typeof second === 'string' ? second : undefined };
  if (loopback && options.path !== undefined) return connect.apply(this, args);
  if (!isHere(options.host)) refuse('connect', `${options.host ?? options.path ?? 'localhost'}:${options.port ?? ''}`);
  return connect.apply(this, args);
};
const createSocket = dgram.createSocket;
dgram.createSocket = (...args) => (loopback ? createSocket(...args) : refuse('dgram', ''));
for (const call of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  for (const home of [dns, dns.promises]) {
    const original = home[call];
    home[call] = (host, ...rest) =>
      isHere(host) ? original.call(home, host, ...rest) : refuse(`dns.${call}`, String(host));
  }
}
syncBuiltinESMExports();
