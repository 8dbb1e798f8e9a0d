package contract

// checker looks for what each field alone cannot show.
type checker struct {
	*log
	c *Contract
}

func (k *checker) run() {}
