// The peer of the benchmark: @slack/bolt as its documentation shows it. Acknowledges, and keeps nothing.
const { App, LogLevel } = require('@slack/bolt');

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: LogLevel.ERROR,
  customRoutes: [
    {
      path: '/health/ready',
      method: ['GET'],
      handler: (request, response) => {
        response.writeHead(200);
        response.end();
      },
    },
  ],
});

app.command('/rescue', async ({ ack }) => {
  await ack();
});

app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
