import { fastify } from 'fastify';

/** The reference: the same framework answering one short page and nothing else. */
const server = fastify();
server.get('/', (_, reply) =>
  reply.type('text/html').send('<!doctype html><title>hello</title>hello'),
);
await server.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
