export const runFlow = async () => ({ passed: [], failed: [] });
