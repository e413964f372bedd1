import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.cache/', 'test-results/', 'playwright-report/', 'public/']),
  ...tseslint.configs.strictTypeChecked,
  ...astro.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    rules: {
      // numbers in messages are as clear as text
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => write(text)` says the same as a block with one line
      '@typescript-eslint/no-confusing-void-expression': 'off',
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-self-compare': 'error',
      // an element is asked for by the type that it has
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // spreading a text is how we get its code points
      '@typescript-eslint/no-misused-spread': 'off',
      // environment variables are deleted by name
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Name what you export: a default is for tools that insist.',
        },
      ],
    },
  },
  { files: ['*.config.{ts,js}', 'tests/setup/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.spec.ts'],
    rules: {
      // a stand-in keeps the signature of what it stands for
      '@typescript-eslint/require-await': 'off',
      // a test may fail by an exception
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // Astro's compiler knows its own types; `astro check` judges them
  {
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
