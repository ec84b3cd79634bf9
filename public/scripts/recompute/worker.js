import { compute } from './compute.js';

self.onmessage = ({ data }) => self.postMessage(compute(data));
