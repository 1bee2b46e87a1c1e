module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/**'],
      // `__dirname` is forbidden because a build moves files; this package is never built.
      rules: {
        'no-restricted-syntax': 'off',
        // A benchmark starts whole plugins, and measures parts of them that their packages do not export.
        '@backstage/no-forbidden-package-imports': 'off',
        '@backstage/no-mixed-plugin-imports': 'off',
      },
    },
  ],
});
