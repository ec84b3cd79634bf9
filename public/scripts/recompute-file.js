// For the one file that holds a bundle and the rules: it works from a disk, without a network.
import { compute } from './recompute/compute.js';
import { show } from './recompute/show.js';

const written = (id) => document.getElementById(id).textContent;
show(document.getElementById('result'), compute(written('bundle')), JSON.parse(written('texts')));
