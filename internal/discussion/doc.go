// Package discussion is the slice of what people say to each other about a goal:
// comments, questions put to a named person, and their answers.
//
// It owns the kinds discussion.comment, discussion.question, discussion.answer
// and discussion.withdrawal and their rules, and the states of a question
// (docs/states.md). It changes no figure. It does not know who there is: People
// does.
package discussion
