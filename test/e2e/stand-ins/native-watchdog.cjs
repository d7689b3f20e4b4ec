// Stands in for native-watchdog, which is native: it would end an extension host whose parent died, but the host looks itself too.
exports.start = () => {};
exports.exit = (code) => process.exit(code);
