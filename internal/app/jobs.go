package app

import (
	"context"
	"time"

	"opfyldt/internal/job"
	"opfyldt/internal/mail"
	"opfyldt/internal/spotcheck"
)

// How often the jobs run that no setting speaks of.
const (
	sweepEvery  = 5 * time.Minute
	reckonEvery = time.Minute
	followEvery = 15 * time.Second
	mailEvery   = 10 * time.Second
)

// followPatience bounds how long the index follows the logs at a time.
const followPatience = 10 * time.Second

// reckonPatience bounds how long the portfolio's lines are reckoned for at a
// time.
const reckonPatience = 30 * time.Second

// The jobs that are run by name as well.
const signJob = "sign"

// openJobs lists the work that runs beside the requests.
func (a *App) openJobs(context.Context) error {
	a.jobs = job.NewBoard(wall, a.options.Log,
		job.Job{Name: signJob, Every: a.config.CheckpointEvery, Do: a.facts.signer.SignHeads},
		job.Job{Name: "sweep", Every: sweepEvery, Do: a.access.Sweep},
		job.Job{Name: "mail", Every: mailEvery, Do: mail.Sender{Store: a.facts.mails, Server: a.config.SMTP}.Do},
		job.Job{Name: "answers", Every: sweepEvery, Do: a.facts.answers.Sweep},
		job.Job{Name: "postings", Every: sweepEvery, Do: a.facts.postings.Sweep},
		job.Job{Name: "cases", Every: sweepEvery, Do: a.facts.cases.Sweep},
		job.Job{Name: "customers", Every: sweepEvery, Do: spotcheck.Eraser{Store: a.facts.customers, Log: a.facts.book, Clock: a.options.Clock}.Do},
		job.Job{Name: "reckon", Every: reckonEvery, Do: func(ctx context.Context) (int, error) {
			return a.portfolio.Warm(ctx, a.options.Clock(), reckonPatience)
		}},
		job.Job{Name: "follow", Every: followEvery, Do: func(ctx context.Context) (int, error) {
			taken, _, err := a.index.Follow(ctx, nil, followPatience)
			return taken, err
		}},
	)
	return nil
}
