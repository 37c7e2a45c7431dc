// Loaded before the program and every process that it starts: whatever reaches for the network is written down and refused.
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse =
  (what) =>
  (...args) => {
    fs.appendFileSync(
      process.env.GALLEY_TEST_NETWORK_LOG,
      `${what} ${JSON.stringify(args, (_, v) => (typeof v === 'object' && v?.constructor !== Object && !Array.isArray(v) ? String(v) : v))}\n`,
    );
    throw new Error(`no network in this test: ${what}`);
  };

net.Socket.prototype.connect = refuse('connect');
dgram.createSocket = refuse('dgram');
for (const call of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[call] = refuse(`dns.${call}`);
  dns.promises[call] = refuse(`dns.promises.${call}`);
}
syncBuiltinESMExports();
