"""The subjects that git and the forges write for a merge of one branch into another.

Facts: git's builtin/fmt-merge-msg.c, and the forges' documented default messages.
"""

HOST = "https://forge.example.org"


def git(source, target, number):
    return f"Merge branch '{source}' into {target}\n"


def git_remote(source, target, number):
    return f"Merge remote-tracking branch 'origin/{source}' into {target}\n"


def git_address(source, target, number):
    return f"Merge branch '{source}' of {HOST}/team/model into {target}\n"


def gitlab(source, target, number):
    return (f"Merge branch '{source}' into '{target}'\n\nBetter results of run {number}\n\n"
            f"See merge request team/model!{number}\n")


def github(source, target, number):
    return f"Merge pull request #{number} from team/{source}\n\nBetter results of run {number}\n"


def gitea(source, target, number):
    return (f"Merge pull request 'Better results of run {number}' (#{number}) from {source} into "
            f"{target}\n\nReviewed-on: {HOST}/team/model/pulls/{number}\n")


def gitea_old(source, target, number):
    return f"Merge branch '{source}' of team/model into {target}\n"


def bitbucket_cloud(source, target, number):
    return (f"Merged in {source} (pull request #{number})\n\nBetter results\n\n"
            "Approved-by: Vera\n")


def bitbucket_server(source, target, number):
    return (f"Merge pull request #{number} in TEAM/model from {source} to {target}\n\n"
            f"* commit '0123abc':\n  Try {number}\n")


def azure(source, target, number):
    return f"Merged PR {number}: Better results of run {number}\n\nRelated work items: #{number}\n"


def azure_old(source, target, number):
    return f"Merge pull request {number} from {source} into {target}\n"


ALL = {form.__name__: form for form in (
    git, git_remote, git_address, gitlab, github, gitea, gitea_old, bitbucket_cloud,
    bitbucket_server, azure, azure_old)}

# What git itself writes when somebody pulls the shared branch into commits of their own.
PULLS = (
    "Merge branch '{0}' of https://forge.example.org/team/model",
    "Merge branch '{0}' of forge.example.org:team/model into {0}",
    "Merge remote-tracking branch 'origin/{0}'",
    "Merge remote-tracking branch 'refs/remotes/origin/{0}' into {0}",
    "Merge branch '{0}' of ../model",
    "Merge branch '{0}'",
)

# A fork's branch of the same name that came by a forge's request: its owner did nothing wrong.
FORKS = (
    "Merge pull request #{1} from stranger/{0}\n\nBetter results\n",
    "Merge branch '{0}' into '{0}'\n\nBetter results\n\nSee merge request team/model!{1}\n",
    "Merge pull request 'Better results' (#{1}) from stranger/model:{0} into {0}\n",
    "Merged in stranger/model/{0} (pull request #{1})\n",
    "Merge pull request #{1} in TEAM/model from ~STRANGER/model:{0} to {0}\n",
)
