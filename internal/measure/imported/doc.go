// Package imported is what measures share whose figures come in as a file of up to
// tens of thousands of rows: the file as it is sent, what a preview says of how it was
// read and where it is wrong, and the rows, kept beside the fact that stands for them.
//
// Rows are kept first, under the id of the fact to come; rows whose fact never came
// count for nothing and are swept away.
package imported
