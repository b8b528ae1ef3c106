// Lists posts and creates one, through the client that openapi-generator makes of openapi.yaml.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	openapi "github.com/mobieus/client"
)

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	posts := openapi.NewAPIClient(configuration).CorePostsAPI
	ctx := context.WithValue(context.Background(), openapi.ContextAccessToken, os.Getenv("API_KEY"))

	first, _, err := posts.ListPosts(ctx).Limit(3).Execute()
	must(err)
	printPage("page 1:", first)
	check(len(first.Data) == 3 && first.HasMore && first.NextCursor.IsSet(), "the first page")

	second, _, err := posts.ListPosts(ctx).Limit(3).Cursor(*first.NextCursor.Get()).Execute()
	must(err)
	printPage("page 2:", second)
	check(second.Data[0].Id < first.Data[2].Id && second.TotalCount == first.TotalCount, "the second page")

	thread := openapi.NewPostCreate("Generated.")
	thread.SetForumSlug(first.Data[0].ForumSlug)
	thread.SetTitle("Hello from Go")
	create := posts.CreatePost(ctx).PostCreate(*thread).IdempotencyKey("hello-from-go")
	created, _, err := create.Execute()
	must(err)
	again, response, err := create.Execute()
	must(err)
	fmt.Println("created:", created.Data.Id, "again:", again.Data.Id)
	check(again.Data.Id == created.Data.Id, "the same post for the same key")
	check(response.Header.Get("Idempotency-Replayed") == "true", "the replay says so")

	reply, _, err := posts.GetPost(ctx, created.Data.Id).Execute()
	must(err)
	post := reply.Data
	fmt.Println("read back:", *post.Title.Get(), post.CreatedAt, "edited:", post.EditedAt.Get())
	check(post.Title.Get() != nil && *post.Title.Get() == thread.GetTitle(), "the title")
	check(post.ParentPostId.Get() == nil && post.EditedAt.Get() == nil, "null stays null")

	_, response, err = posts.CreatePost(ctx).PostCreate(*openapi.NewPostCreate("Refused.")).Execute()
	var failure *openapi.GenericOpenAPIError
	check(errors.As(err, &failure) && response.StatusCode == 422, "a thread without a forum is refused")
	refusal, typed := failure.Model().(openapi.ErrorReply)
	check(typed, "the error is typed")
	fmt.Println("refused:", response.StatusCode, refusal.Error.Code, refusal.Error.Details)
	check(refusal.Error.Details[0].Field == "forum_slug", "the details name the field")
}

func printPage(label string, page *openapi.PostListReply) {
	fmt.Println(label, len(page.Data), "of", page.TotalCount)
	for _, post := range page.Data {
		if title := post.Title.Get(); title != nil {
			fmt.Println(" ", post.Id, *title)
		} else {
			fmt.Println(" ", post.Id, "null")
		}
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func check(holds bool, what string) {
	if !holds {
		log.Fatal("not so: ", what)
	}
}
