.PHONY: run test fast words

run:
	python3 run.py

test:
	python3 run.py test

fast:
	python3 run.py test --fast

words:
	python3 run.py words
