'use strict';
require('./kept-code.cjs').load(__dirname, 'program.cjs');
