import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// Arguments: the port, and the file of the answer.
const [, , poort = '', antwoord = ''] = process.argv;
const bytes = readFileSync(antwoord);
createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  });
}).listen(Number(poort), '127.0.0.1');
