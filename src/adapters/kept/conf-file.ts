// By name, so that it is the same whether the package is imported or, in a script of its own, required.
export { default as Conf } from 'conf';
