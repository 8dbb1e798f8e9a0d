import jsxA11y from 'eslint-plugin-jsx-a11y'
import react from 'eslint-plugin-react'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noVisibleText = {
  selector: "JSXAttribute[name.name=/^(aria-label|aria-valuetext|title|placeholder|alt|label|hint)$/] > Literal",
  message: 'Visible texts come from the catalogues.',
}

/** Imports run one way: app, then features, then shared. */
const borders = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'src/shared/api/schema.d.ts'] },
  {
    files: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts', '*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json'] } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.tsx'],
    plugins: { react, 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    settings: { react: { version: '19.3' } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
      'react/jsx-key': 'error',
      'react/jsx-no-target-blank': 'error',
      'react/no-danger': 'error',
      'react/jsx-no-literals': ['error', { noStrings: true, ignoreProps: true, allowedStrings: [' ', ' · ', ', ', '×'] }],
      'no-restricted-syntax': ['error', noVisibleText],
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['src/**/*.test.tsx'],
    rules: { 'react/jsx-no-literals': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/shared/**'],
    rules: borders([{ group: ['@/features/**', '@/app/**'], message: 'shared knows no features.' }]),
  },
  {
    files: ['src/features/**'],
    rules: borders([
      { group: ['@/app/**'], message: 'features do not know the app.' },
      { group: ['@/features/**', '../../*', '../../**'], message: 'features do not know each other.' },
    ]),
  },
)
