print("gitflow-guard")
