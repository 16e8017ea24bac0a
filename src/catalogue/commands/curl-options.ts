/** Options of curl that are followed by a value of no interest. */
export const CURL_VALUED = ['-X', '--request', '-H', '--header', '-u', '--user', '-o', '--output', '-w', '--write-out', '-m', '--max-time', '--retry', '-A', '-e', '-F', '--connect-timeout', '-T', '-b', '-c', '--retry-delay', '--cacert', '--cert', '--key'];
