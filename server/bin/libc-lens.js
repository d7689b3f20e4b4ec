#!/usr/bin/env node
// Starts the bundled command line; `npm ci` builds it.
import '../dist/cli.cjs';
