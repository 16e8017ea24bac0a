const TEST_FILE =
  /(?:^|[\\/])(?:tests?|__tests__|__mocks__|e2e|spec)[\\/]|(?:^|[\\/])(?:test_[^\\/]*|[^\\/]*_test|conftest)\.pyi?$|\.(?:test|spec|e2e-spec)\.[cm]?[jt]sx?$/;

/** Whether a path, relative to the workspace, is that of a test: by the folders and names test runners look for. */
export function isTestFile(path: string): boolean {
  return TEST_FILE.test(path);
}
