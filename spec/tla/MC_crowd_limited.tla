---- MODULE MC_crowd_limited ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1
MCRequests == 2

MCNames == {"p", "q", "r", "c", "d", "t"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "r" :> "old"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
 @@ "t" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "r" :> <<>>
 @@ "c" :> <<"soft", "purge">>
 @@ "d" :> <<"purge">>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {}
 @@ "q" :> {}
 @@ "r" :> {"leave"}
 @@ "c" :> {}
 @@ "d" :> {}
 @@ "t" :> {"die"}
====
