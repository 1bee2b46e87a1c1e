module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-mixed-plugin-imports': [
      'warn',
      // The tests put the module together with the backend it talks to over HTTP; the module itself must not import it.
      { excludedFiles: ['**/*.integration.test.ts'] },
    ],
  },
});
